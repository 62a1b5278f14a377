package io.github.alimsg.core.credentials;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Takes on roles without STS: the key id of a role is its name and who took it on, in brackets. */
final class FakeRoles implements RoleAssumer {
    final List<RoleSettings> roles = new ArrayList<>();
    final AtomicInteger asked = new AtomicInteger();
    final AtomicInteger invalidated = new AtomicInteger();

    @Override
    public CredentialsProvider assumeRole(RoleSettings role, CredentialsProvider source) {
        return provider(role, () -> source.credentials().accessKeyId());
    }

    @Override
    public CredentialsProvider assumeRoleWithOidc(RoleSettings role, String oidcProviderArn, Path tokenFile) {
        return provider(role, () -> oidcProviderArn + "," + tokenFile);
    }

    private CredentialsProvider provider(RoleSettings role, Supplier<String> who) {
        roles.add(role);
        return new CredentialsProvider() {
            @Override
            public Credentials credentials() {
                asked.incrementAndGet();
                return Credentials.temporary(role.roleArn() + "(" + who.get() + ")", "secret", "token", null);
            }

            @Override
            public void invalidate() {
                invalidated.incrementAndGet();
            }
        };
    }
}
