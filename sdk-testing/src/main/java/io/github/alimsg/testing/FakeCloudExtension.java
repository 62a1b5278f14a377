package io.github.alimsg.testing;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives every JUnit test a {@link FakeCloud} of its own and closes it afterwards. A test fails when the fake met a
 * defect, such as an exception in a function given to {@link Stub#thenAnswer}.
 *
 * <p>Either {@code @ExtendWith(FakeCloudExtension.class)} and a parameter of type {@code FakeCloud}, or a field:
 *
 * <pre>{@code
 * @RegisterExtension
 * final FakeCloudExtension fake = new FakeCloudExtension(() -> FakeCloud.builder().enforceLimits().start());
 *
 * @Test
 * void sends() {
 *     fake.cloud().when("SendSms").thenSucceed();
 * }
 * }</pre>
 */
public final class FakeCloudExtension implements BeforeEachCallback, AfterEachCallback, ParameterResolver {
    private final Namespace namespace = Namespace.create(FakeCloudExtension.class, this);
    private final Supplier<FakeCloud> start;
    private volatile @Nullable FakeCloud current;

    /** Fakes with default settings. */
    public FakeCloudExtension() {
        this(FakeCloud::start);
    }

    /**
     * Fakes with settings of one's own.
     *
     * @param start starts a fake, once for each test
     */
    public FakeCloudExtension(Supplier<FakeCloud> start) {
        this.start = Objects.requireNonNull(start);
    }

    /**
     * The fake of the test that runs. For extensions in instance fields; tests that run at once and share an extension
     * take the fake as a parameter instead.
     *
     * @return the fake
     * @throws IllegalStateException outside a test
     */
    public FakeCloud cloud() {
        FakeCloud cloud = current;
        if (cloud == null) {
            throw new IllegalStateException("there is a FakeCloud only while a test runs");
        }
        return cloud;
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        FakeCloud cloud = start.get();
        current = cloud;
        context.getStore(namespace).put(FakeCloud.class, cloud);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        FakeCloud cloud = context.getStore(namespace).remove(FakeCloud.class, FakeCloud.class);
        current = null;
        if (cloud == null) {
            return;
        }
        cloud.close();
        List<Throwable> defects = cloud.defects();
        if (!defects.isEmpty()) {
            var failure = new AssertionError("FakeCloud met " + defects.size() + " defects while it answered");
            defects.forEach(failure::addSuppressed);
            throw failure;
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == FakeCloud.class;
    }

    @Override
    public FakeCloud resolveParameter(ParameterContext parameter, ExtensionContext context) {
        FakeCloud cloud = context.getStore(namespace).get(FakeCloud.class, FakeCloud.class);
        if (cloud == null) {
            throw new ParameterResolutionException(
                    "every test has a FakeCloud of its own: take it in a test or @BeforeEach method, not in "
                            + parameter.getDeclaringExecutable().getName());
        }
        return cloud;
    }
}
