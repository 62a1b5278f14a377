package io.github.alimsg.testing.products;

import java.util.Set;

/** STS: who takes a role by a token of somebody else has no key to sign with. */
final class StsFacts implements ProductFacts {
    @Override
    public Set<String> unsigned() {
        return Set.of("AssumeRoleWithOIDC", "AssumeRoleWithSAML");
    }
}
