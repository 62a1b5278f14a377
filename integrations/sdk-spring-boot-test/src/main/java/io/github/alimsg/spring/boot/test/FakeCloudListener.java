package io.github.alimsg.spring.boot.test;

import io.github.alimsg.testing.FakeCloud;
import java.util.List;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestContextAnnotationUtils;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/** Resets the fake before each test, and fails a test in which the fake had a defect. */
final class FakeCloudListener extends AbstractTestExecutionListener {
    /** Behind the injection of beans, and before transactions and scripts of a test. */
    static final int ORDER = 2_500;

    @Override
    public int getOrder() {
        return ORDER;
    }

    @Override
    public void beforeTestMethod(TestContext test) {
        if (hasFake(test)) {
            cloud(test).reset();
        }
    }

    @Override
    public void afterTestMethod(TestContext test) {
        List<Throwable> defects =
                hasFake(test) && test.hasApplicationContext() ? cloud(test).defects() : List.of();
        if (!defects.isEmpty()) {
            var failure = new AssertionError("FakeCloud met " + defects.size() + " defects while it answered");
            defects.forEach(failure::addSuppressed);
            throw failure;
        }
    }

    private static boolean hasFake(TestContext test) {
        return TestContextAnnotationUtils.hasAnnotation(test.getTestClass(), AutoConfigureFakeCloud.class);
    }

    private static FakeCloud cloud(TestContext test) {
        return test.getApplicationContext().getBean(FakeCloud.class);
    }
}
