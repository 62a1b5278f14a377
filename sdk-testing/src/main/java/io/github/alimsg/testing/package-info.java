/** {@link io.github.alimsg.testing.FakeCloud}, which stands in for Alibaba Cloud in tests. */
@NullMarked
package io.github.alimsg.testing;

import org.jspecify.annotations.NullMarked;
