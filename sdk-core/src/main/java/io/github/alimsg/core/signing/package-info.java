/** The signatures of Alibaba Cloud's RPC gateway. */
@NullMarked
package io.github.alimsg.core.signing;

import org.jspecify.annotations.NullMarked;
