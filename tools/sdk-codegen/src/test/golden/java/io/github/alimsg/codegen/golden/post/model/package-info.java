/** Post office: requests, responses and values. */
@NullMarked
package io.github.alimsg.codegen.golden.post.model;

import org.jspecify.annotations.NullMarked;
