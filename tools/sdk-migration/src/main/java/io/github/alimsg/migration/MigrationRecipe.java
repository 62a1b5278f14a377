package io.github.alimsg.migration;

import java.util.List;
import org.openrewrite.ExecutionContext;
import org.openrewrite.Recipe;
import org.openrewrite.Tree;
import org.openrewrite.TreeVisitor;

/**
 * Moves an application from one of the vendor's clients to this SDK: dependencies, clients, requests, responses, tests of
 * codes, exceptions. What it can't decide gets a comment that begins with {@code TODO alimsg}.
 *
 * <p>All generations take the same steps; a step finds nothing to do where a generation has no such thing. The steps
 * need the vendor's types, and so their order, and are no recipes of their own.
 */
abstract class MigrationRecipe extends Recipe {
    /** The generation of the vendor's SDK. */
    abstract Generation generation();

    /** The product, such as {@code dysmsapi20170525}. */
    abstract String product();

    @Override
    public String getDisplayName() {
        return "Move " + product() + " from the vendor's " + generation().adjective() + " SDK to alimsg";
    }

    @Override
    public String getDescription() {
        return "Replaces dependencies, clients, requests, responses, tests of codes and exceptions.";
    }

    @Override
    public TreeVisitor<?, ExecutionContext> getVisitor() {
        var vendor = new Vendor(generation(), product());
        TreeVisitor<Tree, ExecutionContext> visitor = new SourcesVisitor(
                vendor,
                List.of(
                        new RequestSettingsVisitor(vendor),
                        new CommonRequestsVisitor(vendor),
                        new FuturesVisitor(vendor),
                        new ChecksVisitor(vendor),
                        new CallsVisitor(vendor),
                        new RuntimeOptionsVisitor(vendor),
                        new ExceptionsVisitor(vendor),
                        new ModelsVisitor(vendor),
                        new ClientsVisitor(vendor),
                        new TypesVisitor(vendor)));
        return visitor;
    }
}
