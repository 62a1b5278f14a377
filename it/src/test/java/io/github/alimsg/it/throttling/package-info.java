/** Clients under limits: how much of a limit they use, what is refused, how long calls wait. */
@NullMarked
package io.github.alimsg.it.throttling;

import org.jspecify.annotations.NullMarked;
