package io.github.alimsg.migration;

import org.jspecify.annotations.Nullable;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.Space;

/** The keys of an account in the vendor's code as a provider of ours. */
final class Keys {
    private static final String CREDENTIALS = "io.github.alimsg.core.credentials.";

    private final VendorVisitor visitor;

    Keys(VendorVisitor visitor) {
        this.visitor = visitor;
    }

    /** The provider of the keys in a chain; null when they are not all in it. */
    @Nullable
    Expression of(Expression chain) {
        boolean isBuilt = chain instanceof J.MethodInvocation call
                && call.getSimpleName().equals("build")
                && call.getSelect() != null;
        Expression settings = isBuilt ? ((J.MethodInvocation) chain).getSelect() : chain;
        return settings == null ? null : of(new Settings(settings));
    }

    /** The provider of the keys among settings; null when they are not all there. */
    @Nullable
    Expression of(Settings settings) {
        Expression id = settings.value("accessKeyId");
        Expression secret = settings.value("accessKeySecret");
        return id == null || secret == null ? null : of(id, secret, settings.value("securityToken"));
    }

    /** The provider of keys, with or without a token. */
    Expression of(Expression id, Expression secret, @Nullable Expression token) {
        visitor.needs(CREDENTIALS + "CredentialsProviders");
        Expression first = id.withPrefix(Space.EMPTY);
        Expression second = secret.withPrefix(Space.EMPTY);
        if (token == null) {
            return Snippets.expression("CredentialsProviders.fixed($0, $1)", first, second);
        }
        visitor.needs(CREDENTIALS + "Credentials");
        return Notes.add(
                Snippets.expression(
                        "CredentialsProviders.fixed(Credentials.temporary($0, $1, $2, null))",
                        first,
                        second,
                        token.withPrefix(Space.EMPTY)),
                "temporary keys expire: a CredentialsProvider can renew them");
    }
}
