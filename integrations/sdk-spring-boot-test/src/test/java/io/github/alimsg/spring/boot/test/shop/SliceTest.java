package io.github.alimsg.spring.boot.test.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alimsg.core.Setting;
import io.github.alimsg.core.error.GuardedException;
import io.github.alimsg.dysms.international.DysmsInternationalClient;
import io.github.alimsg.once.Once;
import io.github.alimsg.spring.boot.ConfiguredClient;
import io.github.alimsg.spring.boot.ConfiguredClients;
import io.github.alimsg.spring.boot.test.AlimsgTest;
import io.github.alimsg.testing.FakeCloud;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

@DisplayName("A slice has clients that call the fake, and what the test imports")
@AlimsgTest(properties = {"alimsg.endpoint=https://127.0.0.1:1", "alimsg.accounts.marketing.region=cn-hangzhou"})
@Import(Notifier.class)
class SliceTest {
    private final FakeCloud ofTheConstructor;

    @Autowired
    FakeCloud injected;

    @Autowired
    Notifier notifier;

    @Autowired
    DysmsInternationalClient sms;

    @Autowired
    ApplicationContext context;

    private FakeCloud prepared;

    @Autowired
    SliceTest(FakeCloud cloud) {
        this.ofTheConstructor = cloud;
    }

    @BeforeEach
    void prepare(FakeCloud cloud) {
        prepared = cloud;
    }

    @Test
    void theFakeIsABeanAndAParameter(FakeCloud cloud, @Autowired FakeCloud also) {
        assertThat(cloud)
                .isSameAs(injected)
                .isSameAs(prepared)
                .isSameAs(ofTheConstructor)
                .isSameAs(also);
    }

    @Test
    void whatIsSentArrivesAtTheFakeWhateverPropertiesAndCustomizersSay(FakeCloud cloud) {
        notifier.shipped("order-1");
        assertThat(cloud.messages().withOwnId("order-1")).hasSize(1);
        assertThat(cloud.received(Notifier.SMS)).hasSize(1).allMatch(call -> call.accepted());
        assertThat(sms.settings())
                .filteredOn(setting -> setting.name().equals("applicationId"))
                .extracting(Setting::value)
                .containsExactly("shop");
    }

    @Test
    void aFurtherAccountCallsTheFakeWithoutCredentialsOfItsOwn(
            @Autowired @Qualifier("marketing") DysmsInternationalClient marketing, FakeCloud cloud) {
        marketing.sendMessageToGlobe(m -> m.to(Notifier.NUMBER).message("Sale!"));
        assertThat(cloud.messages().to(Notifier.NUMBER)).hasSize(1);
    }

    @Test
    void theFakeKnowsTheProductsOfTheApplication(FakeCloud cloud) {
        for (String operation : new String[] {"SendChatappMessage", "SendMessageToGlobe", "SendSms", "AssumeRole"}) {
            cloud.when(operation).thenSucceed();
        }
        assertThatThrownBy(() -> cloud.when("SendMesageToGlobe")).hasMessageContaining("SendMesageToGlobe");
    }

    @Test
    void scannedComponentsAreLeftOutUnlessTheyChangeClients(FakeCloud cloud) {
        assertThat(context.getBeansOfType(Warehouse.class)).isEmpty();
        assertThat(context.getBeansOfType(Reports.class)).isEmpty();
        assertThatThrownBy(
                        () -> sms.sendMessageToGlobe(m -> m.to("8613800000000").message("a")))
                .isInstanceOf(GuardedException.class);
        assertThat(cloud.receivedCount()).isZero();
    }

    @Test
    void nothingElseIsConfigured() {
        assertThat(context.getBeansOfType(DataSource.class)).isEmpty();
        assertThat(context.getBeansOfType(Once.class)).isEmpty();
        assertThat(context.containsBean("dispatcherServlet")).isFalse();
        assertThat(context.containsBean("applicationTaskExecutor")).isFalse();
    }

    @Test
    void whatIsShownOfAClientSaysWhereItsCredentialsComeFrom(@Autowired ConfiguredClients clients) {
        notifier.shipped("order-2");
        assertThat(clients.list()).extracting(ConfiguredClient::credentials).containsOnly("connection details");
        assertThat(clients.list()).extracting(ConfiguredClient::endpoint).containsOnly(injected.endpoint() + "");
    }

    @Nested
    class Inside {
        @Test
        void nestedTestsUseTheSameFake(FakeCloud cloud) {
            notifier.shipped("order-3");
            assertThat(cloud).isSameAs(injected);
            assertThat(cloud.receivedCount()).isEqualTo(1);
        }
    }
}
