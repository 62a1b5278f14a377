package io.github.alimsg.spring.boot.test.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alimsg.spring.boot.test.AlimsgTest;
import io.github.alimsg.spring.boot.test.AutoConfigureFakeCloud;
import io.github.alimsg.testing.FakeCloud;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.Socket;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext.HierarchyMode;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestContextManager;

/** Runs test classes as JUnit does, since a test that fails can't be one of this build. */
@DisplayName("The fake lives as long as its application, and fails tests in which it had a defect")
class LifeOfTheFakeTest {
    @AlimsgTest(properties = "life.of=one-application")
    @Import(Notifier.class)
    static class First {
        void test() {}
    }

    @AlimsgTest(properties = "life.of=one-application")
    @Import(Notifier.class)
    static class Second {}

    @SpringBootTest(properties = "life.of=another")
    @AutoConfigureFakeCloud
    static class Whole {}

    @Test
    void testsWithEqualSettingsShareOneAndItIsClosedWithTheirContext() throws IOException {
        TestContext first = new TestContextManager(First.class).getTestContext();
        TestContext second = new TestContextManager(Second.class).getTestContext();
        FakeCloud cloud = fake(first);
        assertThat(fake(second)).isSameAs(cloud);
        new Socket("127.0.0.1", cloud.endpoint().getPort()).close();

        second.markApplicationContextDirty(HierarchyMode.EXHAUSTIVE);

        assertThatThrownBy(() -> new Socket("127.0.0.1", cloud.endpoint().getPort()).close())
                .isInstanceOf(IOException.class);
    }

    @Test
    void aSliceIsNotTheWholeApplication() {
        TestContext whole = new TestContextManager(Whole.class).getTestContext();
        assertThat(whole.getApplicationContext().getBeansOfType(Warehouse.class))
                .hasSize(1);
        fake(whole);
        whole.markApplicationContextDirty(HierarchyMode.EXHAUSTIVE);
    }

    @Test
    void aDefectOfTheFakeFailsTheTest() throws Exception {
        var manager = new TestContextManager(First.class);
        var test = new First();
        Method method = First.class.getDeclaredMethod("test");
        manager.prepareTestInstance(test);
        manager.beforeTestMethod(test, method);
        fake(manager.getTestContext()).when(Notifier.SMS).thenAnswer(call -> {
            throw new IllegalStateException("broken test");
        });
        Notifier notifier = manager.getTestContext().getApplicationContext().getBean(Notifier.class);
        assertThatThrownBy(() -> notifier.shipped("order-1")).isNotNull();

        assertThatThrownBy(() -> manager.afterTestMethod(test, method, null))
                .isInstanceOf(AssertionError.class)
                .satisfies(failure ->
                        assertThat(failure.getSuppressed()).singleElement().isInstanceOf(IllegalStateException.class));
        manager.beforeTestMethod(test, method);
        manager.afterTestMethod(test, method, null);
    }

    private static FakeCloud fake(TestContext test) {
        return test.getApplicationContext().getBean(FakeCloud.class);
    }
}
