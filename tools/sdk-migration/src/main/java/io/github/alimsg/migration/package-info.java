/** Recipes for OpenRewrite that move an application from the vendor's SDKs to this one. */
@NullMarked
package io.github.alimsg.migration;

import org.jspecify.annotations.NullMarked;
