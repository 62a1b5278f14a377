package io.github.alimsg.redis;

/**
 * When the latest turn ends that a process has handed out, in microseconds. Redis is told with every request: should it
 * have lost what it knew, it would hand out the same turns again.
 *
 * @param redis by the clock of Redis, as Redis said it. An estimate from the process's clock would be later by the time
 *     that a reply takes, and each request would delay all turns by that much
 * @param local by the clock of the process; tells an old value from one by a clock of Redis that has jumped
 */
record Held(long redis, long local) {}
