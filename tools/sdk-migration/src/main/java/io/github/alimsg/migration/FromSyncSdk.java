package io.github.alimsg.migration;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.Option;
import org.openrewrite.Recipe;
import org.openrewrite.Tree;
import org.openrewrite.TreeVisitor;

/**
 * Moves an application from the vendor's synchronous SDK, {@code com.aliyun:dysmsapi20170525} and its siblings, to
 * this one: dependencies, clients, requests, responses, tests of codes, exceptions. What it can't decide gets a comment
 * that begins with {@code TODO alimsg}.
 */
public final class FromSyncSdk extends Recipe {
    @Option(
            displayName = "Products",
            description = "Artifacts of the vendor to replace: `dysmsapi20170525`, `dysmsapi20180501`, `cams20200606`."
                    + " Default: the first.",
            required = false,
            example = "dysmsapi20170525")
    private final @Nullable List<String> products;

    /**
     * For some products.
     *
     * @param products artifacts of the vendor to replace: {@code dysmsapi20170525}, {@code dysmsapi20180501}, {@code
     *     cams20200606}; null for the first
     */
    @JsonCreator
    public FromSyncSdk(@JsonProperty("products") @Nullable List<String> products) {
        this.products = products;
    }

    @Override
    public String getDisplayName() {
        return "Move from the vendor's synchronous SDK to alimsg";
    }

    @Override
    public String getDescription() {
        return "Replaces dependencies, clients, requests, responses, tests of codes and exceptions.";
    }

    @Override
    public TreeVisitor<?, ExecutionContext> getVisitor() {
        var vendor = new Vendor(Generation.SYNC, products == null ? List.of("dysmsapi20170525") : products);
        TreeVisitor<Tree, ExecutionContext> visitor = new SourcesVisitor(
                vendor,
                List.of(
                        new ChecksVisitor(vendor),
                        new RuntimeOptionsVisitor(vendor),
                        new ExceptionsVisitor(vendor),
                        new ModelsVisitor(vendor),
                        new ClientsVisitor(vendor),
                        new TypesVisitor(vendor)));
        return visitor;
    }
}
