@NullMarked
package io.github.alimsg.micrometer;

import org.jspecify.annotations.NullMarked;
