/** Who signs a call: credentials, and where they come from. */
@NullMarked
package io.github.alimsg.core.credentials;

import org.jspecify.annotations.NullMarked;
