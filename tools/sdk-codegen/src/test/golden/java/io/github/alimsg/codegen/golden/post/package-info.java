/** Post office: the client. */
@NullMarked
package io.github.alimsg.codegen.golden.post;

import org.jspecify.annotations.NullMarked;
