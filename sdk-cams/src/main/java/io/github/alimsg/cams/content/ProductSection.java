package io.github.alimsg.cams.content;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A section of a list of products. Immutable. */
public final class ProductSection extends ContentPart {
    private ProductSection(String title, List<Object> products) {
        super(object("title", text("title", title), "product_items", products));
    }

    /**
     * Returns a section of a list of products.
     *
     * @param title its heading
     * @param productRetailerIds the products, by their ids in the catalogue
     * @return the section
     */
    public static ProductSection of(String title, String... productRetailerIds) {
        if (productRetailerIds.length == 0) {
            throw new IllegalArgumentException("productRetailerIds is empty; give at least one");
        }
        List<Object> products = new ArrayList<>();
        for (String id : productRetailerIds) {
            products.add(object("product_retailer_id", text("productRetailerIds", id)));
        }
        return new ProductSection(title, Collections.unmodifiableList(products));
    }
}
