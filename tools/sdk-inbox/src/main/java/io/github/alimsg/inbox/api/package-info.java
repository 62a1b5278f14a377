/** The calls of the page, as openapi.json describes them. */
@NullMarked
package io.github.alimsg.inbox.api;

import org.jspecify.annotations.NullMarked;
