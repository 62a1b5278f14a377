package io.github.alimsg.testing;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives every JUnit test its own {@link FakeCloud} and closes it afterwards. A test fails when the fake had a defect,
 * such as an exception in a function given to {@link Stub#thenAnswer}.
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
 *
 * <p>An application that is started once for many tests needs one fake for all of them. Asking a {@code static} field
 * for its fake before the first test creates a shared one: it starts at once, is {@linkplain FakeCloud#reset() reset}
 * before each test, and runs until all tests have ended.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final FakeCloudExtension fake = new FakeCloudExtension();
 *
 * @DynamicPropertySource
 * static void properties(DynamicPropertyRegistry registry) {
 *     registry.add("sms.endpoint", () -> fake.cloud().endpoint());
 * }
 * }</pre>
 */
public final class FakeCloudExtension
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, ParameterResolver {
    private final Namespace namespace = Namespace.create(FakeCloudExtension.class, this);
    private final Supplier<FakeCloud> start;

    /** The fake of the test that runs. */
    private @Nullable FakeCloud current;

    /** The fake of all tests, once somebody asked for one before a test had one of its own. */
    private @Nullable FakeCloud shared;

    /** Whether tests of this class have had fakes of their own. */
    private boolean ofItsOwn;

    /** Whether this is the extension of a class and not of a single test. */
    private boolean ofClass;

    /** Creates fakes with default settings. */
    public FakeCloudExtension() {
        this(FakeCloud::start);
    }

    /**
     * Creates fakes with your own settings.
     *
     * @param start starts a fake: once for each test, or once for all
     */
    public FakeCloudExtension(Supplier<FakeCloud> start) {
        this.start = Objects.requireNonNull(start);
    }

    /**
     * Returns the fake of the current test; before the first test of a class, the fake that all its tests will share.
     * Concurrent tests with their own fakes take them as a parameter instead.
     *
     * @return the fake
     * @throws IllegalStateException between tests that have their own fakes, and after them
     */
    public synchronized FakeCloud cloud() {
        if (current != null) {
            return current;
        }
        if (shared == null) {
            if (ofItsOwn) {
                throw new IllegalStateException("every test has a FakeCloud of its own, and there is one only while a"
                        + " test runs; to share one, ask for it before the first test");
            }
            shared = start.get();
        }
        return shared;
    }

    /** Not called for a field of a test instance, which ends with its test. */
    @Override
    public synchronized void beforeAll(ExtensionContext context) {
        ofClass = true;
        ofItsOwn = false;
    }

    @Override
    public synchronized void beforeEach(ExtensionContext context) {
        FakeCloud early = shared;
        if (early != null && ofClass) {
            context.getRoot().getStore(namespace).put(FakeCloud.class, early); // which closes it in the end
            early.reset();
            current = early;
            return;
        }
        FakeCloud own = early == null ? start.get() : early;
        context.getStore(namespace).put(FakeCloud.class, own);
        current = own;
        shared = null;
        ofItsOwn = true;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        FakeCloud own = context.getStore(namespace).remove(FakeCloud.class, FakeCloud.class);
        FakeCloud used;
        synchronized (this) {
            used = own == null ? shared : own;
            current = null;
        }
        if (own != null) {
            own.close();
        }
        List<Throwable> defects = used == null ? List.of() : used.defects();
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
