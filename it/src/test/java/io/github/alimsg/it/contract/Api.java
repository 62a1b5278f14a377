package io.github.alimsg.it.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.alimsg.cams.CamsClient;
import io.github.alimsg.core.Pager;
import io.github.alimsg.core.SdkClient;
import io.github.alimsg.core.SdkRequest;
import io.github.alimsg.core.SdkResponse;
import io.github.alimsg.core.wire.Operation;
import io.github.alimsg.core.wire.Product;
import io.github.alimsg.dysms.international.DysmsInternationalClient;
import io.github.alimsg.dysms.mainland.DysmsMainlandClient;
import io.github.alimsg.queue.token.DybaseClient;
import io.github.alimsg.sts.StsClient;
import io.github.alimsg.testing.FakeCloud;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** An API: its client, and the files that the client was generated from. */
final class Api {
    private static final Path ROOT = Path.of("..");

    /** All APIs. */
    static final List<Api> ALL = List.of(
            new Api(
                    CamsClient.class,
                    CamsClient.PRODUCT,
                    cloud -> cloud.configure(CamsClient.builder()).build(),
                    "sdk-cams/src/main/api/cams-2020-06-06",
                    "operations-cams.md"),
            new Api(
                    DysmsInternationalClient.class,
                    DysmsInternationalClient.PRODUCT,
                    cloud -> cloud.configure(DysmsInternationalClient.builder()).build(),
                    "sdk-dysms/src/main/api/dysmsapi-2018-05-01",
                    "operations-dysms-international.md"),
            new Api(
                    DysmsMainlandClient.class,
                    DysmsMainlandClient.PRODUCT,
                    cloud -> cloud.configure(DysmsMainlandClient.builder()).build(),
                    "sdk-dysms/src/main/api/dysmsapi-2017-05-25",
                    "operations-dysms-mainland.md"),
            new Api(
                    StsClient.class,
                    StsClient.PRODUCT,
                    cloud -> cloud.configure(StsClient.builder()).build(),
                    "sdk-sts/src/main/api/sts-2015-04-01",
                    "operations-sts.md"),
            new Api(
                    DybaseClient.class,
                    DybaseClient.PRODUCT,
                    cloud -> cloud.configure(DybaseClient.builder()).build(),
                    "sdk-queue/src/main/api/dybaseapi-2017-05-25",
                    "operations-dybase.md"));

    private final Class<?> clientType;
    private final Product product;
    private final Function<FakeCloud, SdkClient<?>> connect;
    private final Customization customization;
    private final JsonNode metadata;
    private final Path index;
    private final Path sources;

    private Api(
            Class<?> clientType,
            Product product,
            Function<FakeCloud, SdkClient<?>> connect,
            String folder,
            String index) {
        this.clientType = clientType;
        this.product = product;
        this.connect = connect;
        this.customization = new Customization(ROOT.resolve(folder).resolve("customization.yaml"));
        this.sources = ROOT.resolve(folder.substring(0, folder.indexOf('/')))
                .resolve("target/generated-sources/alimsg")
                .resolve(clientType.getPackageName().replace('.', '/'));
        this.index = ROOT.resolve("docs").resolve(index);
        try (InputStream in = product.metadata()) {
            this.metadata = new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Product product() {
        return product;
    }

    Class<?> clientType() {
        return clientType;
    }

    Customization customization() {
        return customization;
    }

    JsonNode metadata() {
        return metadata;
    }

    /** {@return the folder of the generated sources, in the client's module} */
    Path generatedSources() {
        return sources;
    }

    /** {@return the generated index of operations} */
    Path index() {
        return index;
    }

    SdkClient<?> connect(FakeCloud cloud) {
        return connect.apply(cloud);
    }

    MetadataOperation operation(String name) {
        return MetadataOperation.read(name, metadata.path("apis").path(name), customization);
    }

    Operation<?, ?> generated(String name) {
        return product.operations().stream()
                .filter(operation -> operation.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(product + " has no operation " + name));
    }

    Class<?> requestType(String operation) {
        String name = customization.javaPackage() + ".model." + operation + "Request";
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(name + " is missing", e);
        }
    }

    /** {@return the client's method that makes a call of a whole request} */
    Method method(String operation) {
        Class<?> request = requestType(operation);
        List<Method> found = Arrays.stream(clientType.getMethods())
                .filter(method -> method.getName().equalsIgnoreCase(operation))
                .filter(method -> method.getParameterCount() == 1 && method.getParameterTypes()[0] == request)
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(clientType.getName() + " has " + found.size() + " methods for " + operation);
        }
        return found.get(0);
    }

    /** {@return the client's method that iterates over the items of all pages} */
    Method pager(String operation) {
        Class<?> request = requestType(operation);
        List<Method> found = Arrays.stream(clientType.getMethods())
                .filter(method -> method.getReturnType() == Pager.class)
                .filter(method -> method.getParameterCount() == 1 && method.getParameterTypes()[0] == request)
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(clientType.getName() + " has " + found.size() + " pagers for " + operation);
        }
        return found.get(0);
    }

    SdkResponse call(SdkClient<?> client, String operation, Object request) {
        return (SdkResponse) Reflection.invoke(method(operation), client, (SdkRequest) request);
    }

    @Override
    public String toString() {
        return clientType.getSimpleName() + " " + product.version();
    }
}
