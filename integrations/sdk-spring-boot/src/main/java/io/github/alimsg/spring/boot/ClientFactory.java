package io.github.alimsg.spring.boot;

import io.github.alimsg.core.ClientBuilder;
import io.github.alimsg.core.SdkClient;
import io.github.alimsg.core.credentials.CredentialsProvider;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;

/** Creates clients: properties and beans first, then credentials, then customizers. */
final class ClientFactory {
    private final ClientSetup setup;
    private final AccountCredentials credentials;
    private final ConfiguredClients clients;
    private final ListableBeanFactory beans;

    ClientFactory(
            ClientSetup setup, AccountCredentials credentials, ConfiguredClients clients, ListableBeanFactory beans) {
        this.setup = setup;
        this.credentials = credentials;
        this.clients = clients;
        this.beans = beans;
    }

    /**
     * Creates a client.
     *
     * @param name the account's name; empty for the main one
     * @param customizers those of the product
     * @param customize calls one of them
     * @param build builds the client
     */
    <B extends ClientBuilder<B>, C extends SdkClient<C>, Z> C create(
            ProductKind product,
            String name,
            B builder,
            ObjectProvider<Z> customizers,
            BiConsumer<? super Z, ? super B> customize,
            Function<? super B, ? extends C> build) {
        @Nullable String account = name.isEmpty() ? null : name;
        setup.apply(product, account, builder);
        CredentialsProvider provider = credentials.provider(account);
        if (provider != null) {
            builder.credentials(provider);
        }
        var client = new ConfiguredClient(product.beanName(account), AccountCredentials.describe(provider));
        builder.addListener(client);
        ConnectionSettings.customize(beans, builder);
        customizers.orderedStream().forEach(customizer -> customize.accept(customizer, builder));
        C built = ClientSetup.build(() -> build.apply(builder));
        client.built(built);
        clients.add(client);
        return built;
    }
}
