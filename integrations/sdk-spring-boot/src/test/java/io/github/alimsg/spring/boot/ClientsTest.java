package io.github.alimsg.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.cams.CamsClient;
import io.github.alimsg.core.SdkClient;
import io.github.alimsg.core.Setting;
import io.github.alimsg.core.credentials.CredentialsProvider;
import io.github.alimsg.core.credentials.CredentialsProviders;
import io.github.alimsg.core.intercept.CallListener;
import io.github.alimsg.core.retry.RetryPolicy;
import io.github.alimsg.dysms.international.DysmsInternationalClient;
import io.github.alimsg.dysms.mainland.DysmsMainlandClient;
import io.github.alimsg.sts.StsClient;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.BeanFactoryAnnotationUtils;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

@DisplayName("Clients are configured by properties, beans and customizers")
class ClientsTest {
    private static final String KEY = "alimsg.credentials.access-key-id=LTAIkey";
    private static final String SECRET = "alimsg.credentials.access-key-secret=s3cretMarker";

    @Test
    void thereIsAClientForEachProduct() {
        Boot.application()
                .run(context -> assertThat(context)
                        .hasSingleBean(CamsClient.class)
                        .hasSingleBean(DysmsInternationalClient.class)
                        .hasSingleBean(DysmsMainlandClient.class)
                        .hasSingleBean(StsClient.class));
    }

    @Test
    void noClientIsCreatedBeforeItIsNeeded() {
        Boot.application().run(context -> {
            assertThat(context.getBean(ConfiguredClients.class).list()).isEmpty();
            context.getBean(CamsClient.class);
            assertThat(context.getBean(ConfiguredClients.class).list())
                    .singleElement()
                    .extracting(ConfiguredClient::name)
                    .isEqualTo("camsClient");
        });
    }

    @Test
    void settingsAreReadForTheFirstClient() {
        Boot.application().withPropertyValues(KEY, SECRET, "alimsg.timeout=8s").run(context -> {
            String properties = context.getBeanNamesForType(AlimsgProperties.class)[0];
            assertThat(context.getBeanFactory().containsSingleton(properties)).isFalse();
            assertThat(settings(context.getBean(StsClient.class))).containsEntry("timeout", "8 s");
            assertThat(context.getBeanFactory().containsSingleton(properties)).isTrue();
        });
    }

    @Test
    void noMethodOfAClientIsLookedAtBeforeItIsNeeded() throws Exception {
        List<String> loaded = new ArrayList<>();
        ClassLoader recording = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader()) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                loaded.add(name);
                return super.findClass(name);
            }
        };
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(recording);
        try {
            recording
                    .loadClass(Started.class.getName())
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) new String[0]);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
        assertThat(loaded)
                .contains("io.github.alimsg.cams.CamsClient")
                .noneMatch(name -> name.matches("io.github.alimsg.*\\.model\\..*"));
    }

    /** An application in which nothing uses a client. */
    public static final class Started {
        private Started() {}

        public static void main(String[] arguments) {
            Boot.application()
                    .withPropertyValues(
                            "alimsg.accounts.other.credentials.access-key-id=a",
                            "alimsg.accounts.other.credentials.access-key-secret=b")
                    .run(context -> assertThat(context).hasNotFailed());
        }
    }

    private static URL[] classPath() throws MalformedURLException {
        List<URL> urls = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            urls.add(Path.of(entry).toUri().toURL());
        }
        return urls.toArray(URL[]::new);
    }

    @Test
    void aProductWithoutItsModuleHasNoClient() {
        Boot.application()
                .withClassLoader(new FilteredClassLoader("io.github.alimsg.cams", "io.github.alimsg.sts"))
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .doesNotHaveBean("camsClient")
                        .doesNotHaveBean("stsClient")
                        .hasSingleBean(DysmsMainlandClient.class));
    }

    @Test
    void withoutTheSdkThereIsNothing() {
        Boot.application()
                .withClassLoader(new FilteredClassLoader("io.github.alimsg.core", "io.github.alimsg.cams"))
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean("alimsgClientSetup"));
    }

    @Test
    void aProductThatIsSwitchedOffHasNoClient() {
        Boot.application()
                .withPropertyValues("alimsg.sms-mainland.enabled=false")
                .run(context -> assertThat(context)
                        .doesNotHaveBean(DysmsMainlandClient.class)
                        .hasSingleBean(CamsClient.class));
    }

    @Test
    void aClientOfTheApplicationReplacesOurs() {
        CamsClient own = CamsClient.builder().region("cn-hangzhou").build();
        Boot.application().withBean("own", CamsClient.class, () -> own).run(context -> {
            assertThat(context).hasSingleBean(CamsClient.class).hasSingleBean(StsClient.class);
            assertThat(context.getBean(CamsClient.class)).isSameAs(own);
        });
    }

    @Test
    void aProductsPropertiesBeatTheCommonOnes() {
        Boot.application()
                .withPropertyValues(
                        "alimsg.region=ap-southeast-5",
                        "alimsg.timeout=8s",
                        "alimsg.connect-timeout=700ms",
                        "alimsg.read-timeout=4s",
                        "alimsg.pacing=true",
                        "alimsg.lane=bulk",
                        "alimsg.max-connections=7",
                        "alimsg.max-reply-size=2MB",
                        "alimsg.network=public",
                        "alimsg.signature=rpc-1-0",
                        "alimsg.application-id=orders",
                        "alimsg.replay-guard=true",
                        "alimsg.cams.region=cn-hangzhou",
                        "alimsg.cams.timeout=20s")
                .run(context -> {
                    assertThat(settings(context.getBean(DysmsInternationalClient.class)))
                            .containsEntry("region", "ap-southeast-5")
                            .containsEntry("timeout", "8 s")
                            .containsEntry("connectTimeout", "700 ms")
                            .containsEntry("readTimeout", "4 s")
                            .containsEntry("pacing", "true")
                            .containsEntry("lane", "BULK")
                            .containsEntry("maxConnections", "7")
                            .containsEntry("maxReplyBytes", "2097152")
                            .containsEntry("signature", "RPC_1_0")
                            .containsEntry("applicationId", "orders")
                            .containsEntry("replayGuard", "true");
                    assertThat(settings(context.getBean(CamsClient.class)))
                            .containsEntry("region", "cn-hangzhou")
                            .containsEntry("timeout", "20 s")
                            .containsEntry("readTimeout", "4 s");
                });
    }

    @Test
    void whatIsNotSetStaysTheClientsDefault() {
        Boot.application()
                .withPropertyValues(KEY, SECRET)
                .run(context -> assertThat(settings(context.getBean(CamsClient.class)))
                        .containsAllEntriesOf(settings(
                                CamsClient.builder()
                                        .credentials(CredentialsProviders.fixed("a", "b"))
                                        .addListener(new CallListener() {})
                                        .build()
                                        .withOptions(o -> {}),
                                "credentials")));
    }

    @Test
    void repeatsAreSetForAllClientsAndForOne() {
        Boot.application()
                .withPropertyValues("alimsg.retry.max-attempts=5", "alimsg.cams.retry.repeat-harmless-writes=true")
                .run(context -> {
                    assertThat(settings(context.getBean(CamsClient.class)).get("retryPolicy"))
                            .isEqualTo(RetryPolicy.builder()
                                    .maxAttempts(5)
                                    .repeatHarmlessWrites(true)
                                    .build()
                                    .toString());
                    assertThat(settings(context.getBean(StsClient.class)).get("retryPolicy"))
                            .isEqualTo(
                                    RetryPolicy.builder().maxAttempts(5).build().toString());
                });
    }

    @Test
    void aProxyIsUsedWithItsLogin() {
        Boot.application()
                .withPropertyValues(
                        "alimsg.proxy.url=http://proxy.corp:3128",
                        "alimsg.proxy.user=jo",
                        "alimsg.proxy.password=s3cretMarker",
                        "alimsg.proxy.not-for=*.internal")
                .run(context -> assertThat(settings(context.getBean(CamsClient.class)))
                        .containsEntry("proxy", "http://proxy.corp:3128 with a login, not for *.internal"));
    }

    @Test
    void beansOfTheApplicationAreUsed() {
        CallListener listener = new CallListener() {};
        RetryPolicy policy = RetryPolicy.none();
        Boot.application()
                .withBean("listener", CallListener.class, () -> listener)
                .withBean("policy", RetryPolicy.class, () -> policy)
                .run(context -> assertThat(settings(context.getBean(CamsClient.class)))
                        .containsEntry("listeners", "2")
                        .containsEntry("retryPolicy", policy.toString()));
    }

    @Test
    void asyncRunsOnTheApplicationsExecutorWhereItHasVirtualThreads() {
        List<Runnable> given = new ArrayList<>();
        var application = Boot.application()
                .withBean("applicationTaskExecutor", Executor.class, () -> given::add)
                .withPropertyValues(KEY, SECRET);
        application
                .withPropertyValues("spring.threads.virtual.enabled=true")
                .run(context -> context.getBean(CamsClient.class).async(client -> "never run"));
        assertThat(given).hasSize(1);
        application.run(context ->
                assertThat(settings(context.getBean(CamsClient.class))).containsEntry("executor", "the client's own"));
    }

    @Test
    void aLibraryThatIsTooOldIsNamedWithItsRemedy() {
        assertThat(Failures.of(() -> ClientSetup.build(() -> {
                    throw new IllegalStateException("OkHttp 5.4.0 or later is needed, but the application runs with"
                            + " okhttp-4.12.0.jar.\nMaven, in <dependencyManagement>: …");
                })))
                .isEqualTo("OkHttp 5.4.0 or later is needed, but the application runs with okhttp-4.12.0.jar."
                        + "\nMaven, in <dependencyManagement>: …");
    }

    @Test
    void customizersComeLastAndInOrder() {
        Boot.application()
                .withPropertyValues("alimsg.application-id=property")
                .withUserConfiguration(Customizers.class)
                .run(context -> {
                    assertThat(settings(context.getBean(CamsClient.class))).containsEntry("applicationId", "product");
                    assertThat(settings(context.getBean(StsClient.class))).containsEntry("applicationId", "second");
                    assertThat(context.getBean(Customizers.class).called)
                            .containsExactly("first", "second", "product", "first", "second");
                });
    }

    @Test
    void connectionDetailsBeatPropertiesAndBeans() {
        Boot.application()
                .withPropertyValues(
                        KEY, SECRET, "alimsg.endpoint=https://example.com", "alimsg.cams.endpoint=https://b.com")
                .withBean(AlimsgConnectionDetails.class, () -> new AlimsgConnectionDetails() {
                    @Override
                    public URI endpoint() {
                        return URI.create(Boot.ENDPOINT);
                    }

                    @Override
                    public CredentialsProvider credentials() {
                        return CredentialsProviders.fixed("a", "b");
                    }
                })
                .run(context -> {
                    assertThat(settings(context.getBean(CamsClient.class))).containsEntry("endpoint", Boot.ENDPOINT);
                    assertThat(described(context)).isEqualTo("connection details");
                });
    }

    @Test
    void credentialsOfTheApplicationReplaceThoseOfProperties() {
        CredentialsProvider own = CredentialsProviders.fixed("a", "b");
        Boot.application()
                .withPropertyValues(KEY, SECRET)
                .withBean("own", CredentialsProvider.class, () -> own)
                .run(context -> {
                    assertThat(context).hasSingleBean(CredentialsProvider.class);
                    context.getBean(CamsClient.class);
                    assertThat(described(context)).startsWith("bean of class ");
                });
    }

    @Test
    void withoutCredentialsClientsUseTheDefaultChain() {
        Boot.application().run(context -> {
            assertThat(context).doesNotHaveBean(CredentialsProvider.class);
            assertThat(settings(context.getBean(CamsClient.class))).containsEntry("credentials", "the default chain");
            assertThat(described(context)).isEqualTo("the default chain");
        });
    }

    @Test
    void anAccountHasClientsThatAreInjectedByItsName() {
        Boot.application()
                .withPropertyValues(
                        KEY,
                        SECRET,
                        "alimsg.timeout=9s",
                        "alimsg.cams.read-timeout=3s",
                        "alimsg.accounts.marketing.region=cn-hangzhou",
                        "alimsg.accounts.marketing.cams.connect-timeout=1s",
                        "alimsg.accounts.marketing.sts.enabled=false",
                        "alimsg.accounts.marketing.credentials.access-key-id=LTAIother",
                        "alimsg.accounts.marketing.credentials.access-key-secret=s3cretMarker")
                .run(context -> {
                    CamsClient main = context.getBean(CamsClient.class);
                    CamsClient other = BeanFactoryAnnotationUtils.qualifiedBeanOfType(
                            context.getBeanFactory(), CamsClient.class, "marketing");
                    assertThat(other).isNotSameAs(main).isSameAs(context.getBean("marketingCamsClient"));
                    assertThat(settings(other))
                            .containsEntry("region", "cn-hangzhou")
                            .containsEntry("timeout", "9 s")
                            .containsEntry("readTimeout", "3 s")
                            .containsEntry("connectTimeout", "1 s");
                    assertThat(settings(main)).containsEntry("region", "ap-southeast-1");
                    assertThat(context.getBeanProvider(CamsClient.class).getIfAvailable())
                            .isSameAs(main);
                    assertThat(context.containsBean("marketingStsClient")).isFalse();
                    assertThat(context.getBean(ConfiguredClients.class).list())
                            .extracting(ConfiguredClient::credentials)
                            .containsExactly(
                                    "access key in alimsg.credentials",
                                    "access key in alimsg.accounts.marketing.credentials");
                });
    }

    @Test
    void anAccountNeverSignsWithTheCredentialsOfTheMainOne() {
        Boot.application()
                .withPropertyValues(KEY, SECRET, "alimsg.accounts.marketing.region=cn-hangzhou")
                .run(context -> assertThat(Failures.of(() -> context.getBean("marketingCamsClient")))
                        .contains("The account marketing has no credentials.")
                        .contains("alimsg.accounts.marketing.credentials.access-key-id"));
    }

    @Test
    void credentialsOfAnAccountMayBeABeanOfItsName() {
        Boot.application()
                .withPropertyValues(KEY, SECRET, "alimsg.accounts.marketing.region=cn-hangzhou")
                .withUserConfiguration(OfMarketing.class)
                .run(context -> {
                    context.getBean("marketingCamsClient");
                    assertThat(described(context)).startsWith("bean of class ");
                    assertThat(context.getBeanProvider(CredentialsProvider.class)
                                    .getObject()
                                    .credentials()
                                    .accessKeyId())
                            .as("of the main account")
                            .isEqualTo("LTAIkey");
                });
    }

    private static String described(AssertableApplicationContext context) {
        return context.getBean(ConfiguredClients.class).list().get(0).credentials();
    }

    private static Map<String, String> settings(SdkClient<?> client, String... without) {
        Map<String, String> settings = new TreeMap<>();
        for (Setting setting : client.settings()) {
            settings.put(setting.name(), setting.value());
        }
        List.of(without).forEach(settings::remove);
        return settings;
    }

    @Configuration(proxyBeanMethods = false)
    static class OfMarketing {
        @Bean(defaultCandidate = false)
        CredentialsProvider marketing() {
            return CredentialsProviders.fixed("LTAIother", "b");
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Customizers {
        final List<String> called = new ArrayList<>();

        @Bean
        @Order(2)
        AlimsgClientCustomizer second() {
            return builder -> {
                called.add("second");
                builder.applicationId("second");
            };
        }

        @Bean
        @Order(1)
        AlimsgClientCustomizer first() {
            return builder -> {
                called.add("first");
                builder.applicationId("first").timeout(Duration.ofSeconds(1));
            };
        }

        @Bean
        CamsClientCustomizer product() {
            return builder -> {
                called.add("product");
                builder.applicationId("product");
            };
        }
    }
}
