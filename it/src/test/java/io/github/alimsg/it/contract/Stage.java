package io.github.alimsg.it.contract;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.alimsg.core.SdkClient;
import io.github.alimsg.core.SdkResponse;
import io.github.alimsg.core.Signature;
import io.github.alimsg.core.wire.Operation;
import io.github.alimsg.core.wire.Product;
import io.github.alimsg.testing.FakeCloud;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;

/** One cloud, and one client for each API. */
final class Stage implements AutoCloseable {
    private final FakeCloud cloud = FakeCloud.builder()
            .withProduct(Api.ALL.stream().map(Api::product).toArray(Product[]::new))
            .start();
    private final Map<Api, SdkClient<?>> clients = new LinkedHashMap<>();

    Stage() {
        Api.ALL.forEach(api -> clients.put(api, api.connect(cloud)));
    }

    FakeCloud cloud() {
        return cloud;
    }

    /** What is promised of an operation. */
    interface Promise {
        void check(Api api, MetadataOperation operation);
    }

    /** {@return a container for each API, a test for each of its operations} */
    Stream<DynamicContainer> forEveryOperation(Promise promise) {
        return forOperations((api, name) -> true, promise);
    }

    /** {@return a container for each API, a test for each of some operations} */
    Stream<DynamicContainer> forOperations(BiPredicate<Api, String> which, Promise promise) {
        return Api.ALL.stream()
                .map(api -> dynamicContainer(
                        api.toString(),
                        api.product().operations().stream()
                                .map(Operation::name)
                                .filter(name -> which.test(api, name))
                                .map(name -> dynamicTest(name, () -> check(api, name, promise)))));
    }

    /** Names the operation in what is thrown, as reports only number the tests of a factory. */
    private void check(Api api, String name, Promise promise) {
        cloud.reset();
        try {
            promise.check(api, api.operation(name));
        } catch (RuntimeException | AssertionError broken) {
            throw new AssertionError(api + " " + name + ": " + broken.getMessage(), broken);
        }
    }

    SdkClient<?> client(Api api) {
        SdkClient<?> client = clients.get(api);
        if (client == null) {
            throw new IllegalArgumentException(api + " is not on stage");
        }
        return client;
    }

    /** Answers an operation with success and nothing else. */
    void succeed(MetadataOperation operation) {
        cloud.when(operation.name()).thenReturn(Replies.envelope(operation).toString());
    }

    SdkResponse call(Api api, String operation, Object request) {
        return api.call(client(api), operation, request);
    }

    /** Calls with a request that is built in the call. */
    SdkResponse callInPlace(Api api, String operation, Consumer<Object> request) {
        Method method =
                Reflection.method(api.clientType(), api.method(operation).getName(), Consumer.class);
        return (SdkResponse) Reflection.invoke(method, client(api), request);
    }

    /** Calls with the older signature, which puts its own parameters among those of the operation. */
    SdkResponse callWithOldSignature(Api api, String operation, Object request) {
        SdkClient<?> client = client(api).withOptions(options -> options.signature(Signature.RPC_1_0));
        return api.call(client, operation, request);
    }

    @Override
    public void close() {
        clients.values().forEach(SdkClient::close);
        cloud.close();
    }
}
