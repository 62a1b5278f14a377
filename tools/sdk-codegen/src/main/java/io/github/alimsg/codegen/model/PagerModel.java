package io.github.alimsg.codegen.model;

import io.github.alimsg.codegen.input.Customization.PagerStyle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an operation returns a list page by page. Each path is the fields from the top down, at least one.
 *
 * @param method the client's method that iterates over the items
 * @param style how pages follow each other
 * @param page request: number or token of a page; null for everything at once
 * @param size request: how many items a page has; null when not known
 * @param items response: the items
 * @param item the type of an item
 * @param total response: how many there are in all; null when the service does not say
 * @param next response: the next page's token; null unless pages have tokens
 * @param defaultSize size of a page when the service requires one
 */
public record PagerModel(
        String method,
        PagerStyle style,
        @Nullable List<FieldModel> page,
        @Nullable List<FieldModel> size,
        List<FieldModel> items,
        TypeModel item,
        @Nullable List<FieldModel> total,
        @Nullable List<FieldModel> next,
        int defaultSize) {}
