package io.github.alimsg.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;

class FakeCloudExtensionTest {
    @Nested
    @ExtendWith(FakeCloudExtension.class)
    class AsParameter {
        private FakeCloud prepared;

        @BeforeEach
        void prepare(FakeCloud cloud) {
            prepared = cloud;
            cloud.when("SendSms").thenReturn("prepared");
        }

        @Test
        void everyMethodOfATestSeesTheSameFake(FakeCloud cloud) throws IOException {
            assertThat(cloud).isSameAs(prepared);
            assertThat(cloud.received()).isEmpty();
            try (var client = new PlainClient(cloud)) {
                assertThat(client.call("SendSms").post().body()).isEqualTo("prepared");
            }
        }

        @Test
        void everyTestHasAFakeOfItsOwn(FakeCloud cloud) throws IOException {
            everyMethodOfATestSeesTheSameFake(cloud);
        }
    }

    @Nested
    class AsField {
        @RegisterExtension
        final FakeCloudExtension fake = new FakeCloudExtension(
                () -> FakeCloud.builder().withProduct(Letters.PRODUCT).start());

        @Test
        void theFakeIsStartedAsAskedFor(FakeCloud parameter) throws IOException {
            assertThat(parameter).isSameAs(fake.cloud());
            try (var client = new PlainClient(fake.cloud())) {
                assertThat(client.call("SendLetter")
                                .version("2026-01-01")
                                .post()
                                .body())
                        .contains("L-1");
            }
        }
    }

    @Test
    void aDefectOfTheFakeFailsTheTest() throws IOException {
        var extension = new FakeCloudExtension();
        ExtensionContext context = context();
        extension.beforeEach(context);
        FakeCloud cloud = extension.cloud();
        cloud.when("SendSms").thenAnswer(call -> {
            throw new IllegalStateException("broken test");
        });
        try (var client = new PlainClient(cloud)) {
            client.call("SendSms").post();
        }

        assertThatThrownBy(() -> extension.afterEach(context))
                .isInstanceOf(AssertionError.class)
                .satisfies(failure ->
                        assertThat(failure.getSuppressed()).singleElement().isInstanceOf(IllegalStateException.class));
        assertThatThrownBy(extension::cloud).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theFakeIsClosedAfterTheTest() {
        var extension = new FakeCloudExtension();
        ExtensionContext context = context();
        extension.beforeEach(context);
        FakeCloud cloud = extension.cloud();

        extension.afterEach(context);
        extension.afterEach(context);

        try (var client = new PlainClient(cloud)) {
            assertThatThrownBy(() -> client.call("SendSms").post()).isInstanceOf(IOException.class);
        }
    }

    /** As much of a context as the extension looks at. */
    private static ExtensionContext context() {
        Map<Object, Object> values = new HashMap<>();
        var loader = FakeCloudExtensionTest.class.getClassLoader();
        Object store = Proxy.newProxyInstance(
                loader,
                new Class<?>[] {ExtensionContext.Store.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "put" -> values.put(arguments[0], arguments[1]);
                    case "get" -> values.get(arguments[0]);
                    case "remove" -> values.remove(arguments[0]);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
        return (ExtensionContext)
                Proxy.newProxyInstance(loader, new Class<?>[] {ExtensionContext.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("getStore")) {
                        return store;
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }
}
