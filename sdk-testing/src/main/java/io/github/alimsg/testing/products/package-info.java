/** What the fake knows of each product beyond its metadata, one class a product. */
@NullMarked
package io.github.alimsg.testing.products;

import org.jspecify.annotations.NullMarked;
