/** Starts of Spring Boot applications. */
package io.github.alimsg.benchmarks.boot;
