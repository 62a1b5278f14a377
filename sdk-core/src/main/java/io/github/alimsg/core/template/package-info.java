/** Texts of the service with variables that each message fills in. */
@NullMarked
package io.github.alimsg.core.template;

import org.jspecify.annotations.NullMarked;
