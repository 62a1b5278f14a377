package io.github.alimsg.migration;

import static org.openrewrite.java.Assertions.java;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openrewrite.java.JavaParser;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.test.RewriteTest;
import org.openrewrite.test.TypeValidation;

/** What each kind of code for the vendor's asynchronous SDK becomes. */
class FromAsyncSdkTest implements RewriteTest {
    private static Path vendor = Path.of("");

    @BeforeAll
    static void compileStandIns() throws IOException {
        vendor = VendorStubs.compiled(Generation.ASYNC, "dysmsapi20170525", "SendSms", "QuerySendDetails");
    }

    @Override
    public void defaults(RecipeSpec spec) {
        spec.recipe(new FromAsyncSdk())
                .parser(JavaParser.fromJavaVersion().classpath(List.of(vendor)))
                .typeValidationOptions(TypeValidation.none());
    }

    @Test
    void aClient() {
        rewriteRun(java("""
                import com.aliyun.auth.credentials.Credential;
                import com.aliyun.auth.credentials.provider.StaticCredentialProvider;
                import com.aliyun.sdk.service.dysmsapi20170525.AsyncClient;
                import darabonba.core.client.ClientOverrideConfiguration;
                import java.time.Duration;

                class Clients {
                    static AsyncClient create(String id, String secret, String endpoint) {
                        StaticCredentialProvider provider = StaticCredentialProvider.create(Credential.builder()
                                .accessKeyId(id)
                                .accessKeySecret(secret)
                                .build());
                        return AsyncClient.builder()
                                .region("cn-hangzhou")
                                .credentialsProvider(provider)
                                .overrideConfiguration(ClientOverrideConfiguration.create()
                                        .setEndpointOverride(endpoint)
                                        .setConnectTimeout(Duration.ofSeconds(3)))
                                .build();
                    }
                }
                """, """
                import io.github.alimsg.core.credentials.CredentialsProvider;
                import io.github.alimsg.core.credentials.CredentialsProviders;
                import io.github.alimsg.dysms.mainland.DysmsMainlandClient;
                import java.time.Duration;

                class Clients {
                    static DysmsMainlandClient create(String id, String secret, String endpoint) {
                        CredentialsProvider provider = CredentialsProviders.fixed(id, secret);
                        return DysmsMainlandClient.builder()
                                .region("cn-hangzhou")
                                .credentials(provider)
                                .endpoint(endpoint)
                                .connectTimeout(Duration.ofSeconds(3))
                                .build();
                    }
                }
                """));
    }

    @Test
    void aCallThatIsWaitedFor() {
        rewriteRun(java("""
                import com.aliyun.sdk.service.dysmsapi20170525.AsyncClient;
                import com.aliyun.sdk.service.dysmsapi20170525.models.*;
                import java.util.concurrent.CompletableFuture;
                import java.util.concurrent.ExecutionException;

                class Sender {
                    String send(AsyncClient client, String number) {
                        SendSmsRequest request = SendSmsRequest.builder()
                                .phoneNumbers(number)
                                .ownerId(1L)
                                .signName("Acme")
                                .templateCode("SMS_1")
                                .build();
                        try {
                            CompletableFuture<SendSmsResponse> future = client.sendSms(request);
                            SendSmsResponse response = future.get();
                            return response.getBody().getBizId();
                        } catch (ExecutionException e) {
                            throw new IllegalStateException(e.getCause().getMessage());
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                            return null;
                        }
                    }

                    SendSmsResponse join(AsyncClient client, SendSmsRequest request) {
                        try {
                            return client.sendSms(request).get();
                        } catch (InterruptedException | ExecutionException e) {
                            return null;
                        }
                    }
                }
                """, """
                import io.github.alimsg.core.error.CallInterruptedException;
                import io.github.alimsg.core.error.SdkException;
                import io.github.alimsg.dysms.mainland.DysmsMainlandClient;
                import io.github.alimsg.dysms.mainland.model.SendSmsRequest;
                import io.github.alimsg.dysms.mainland.model.SendSmsResponse;

                class Sender {
                    String send(DysmsMainlandClient client, String number) {
                        SendSmsRequest request = SendSmsRequest.builder()
                                .phoneNumbers(number)
                                .signName("Acme")
                                .templateCode("SMS_1")
                                .build();
                        try {
                            SendSmsResponse response = client.sendSms(request);
                            return response.bizId();
                        } catch (CallInterruptedException e) {
                            Thread.currentThread().interrupt();
                            return null;
                        } catch (SdkException e) {
                            throw new IllegalStateException(e.getMessage());
                        }
                    }

                    SendSmsResponse join(DysmsMainlandClient client, SendSmsRequest request) {
                        try {
                            return client.sendSms(request);
                        } catch (SdkException e) {
                            return null;
                        }
                    }
                }
                """));
    }

    @Test
    void aCallThatGoesOn() {
        rewriteRun(java("""
                import com.aliyun.sdk.service.dysmsapi20170525.AsyncClient;
                import com.aliyun.sdk.service.dysmsapi20170525.models.SendSmsRequest;
                import com.aliyun.sdk.service.dysmsapi20170525.models.SendSmsResponse;
                import java.util.concurrent.CompletableFuture;

                class Sender {
                    CompletableFuture<String> send(AsyncClient client, SendSmsRequest request) {
                        CompletableFuture<SendSmsResponse> sent = client.sendSms(request);
                        return sent.thenApply(response -> response.getBody().getBizId());
                    }

                    void forget(AsyncClient client, SendSmsRequest request) {
                        client.sendSms(request).thenAccept(response -> {
                            if (!"OK".equals(response.getBody().getCode())) {
                                System.out.println("refused");
                            }
                        });
                    }
                }
                """, """
                import io.github.alimsg.dysms.mainland.DysmsMainlandClient;
                import io.github.alimsg.dysms.mainland.model.SendSmsRequest;
                import io.github.alimsg.dysms.mainland.model.SendSmsResponse;
                import java.util.concurrent.CompletableFuture;

                class Sender {
                    CompletableFuture<String> send(DysmsMainlandClient client, SendSmsRequest request) {
                        CompletableFuture<SendSmsResponse> sent = client.async(c -> c.sendSms(request));
                        return sent.thenApply(response -> response.bizId());
                    }

                    void forget(DysmsMainlandClient client, SendSmsRequest request) {
                        client.async(c -> c.sendSms(request)).thenAccept(response -> {
                            // TODO alimsg: a response is a success, a failure is a ServiceException: catch it in place of this test
                            if (!"OK".equals(response.serviceCode())) {
                                System.out.println("refused");
                            }
                        });
                    }
                }
                """));
    }

    @Test
    void aTestOfTheCode() {
        rewriteRun(java("""
                import com.aliyun.sdk.service.dysmsapi20170525.AsyncClient;
                import com.aliyun.sdk.service.dysmsapi20170525.models.*;

                class Sender {
                    String send(AsyncClient client, SendSmsRequest request) throws Exception {
                        SendSmsResponse response = client.sendSms(request).get();
                        if (!"OK".equals(response.getBody().getCode())) {
                            throw new IllegalStateException(response.getBody().getMessage());
                        }
                        return response.getBody().getBizId();
                    }
                }
                """, """
                import io.github.alimsg.core.error.ServiceException;
                import io.github.alimsg.dysms.mainland.DysmsMainlandClient;
                import io.github.alimsg.dysms.mainland.model.SendSmsRequest;
                import io.github.alimsg.dysms.mainland.model.SendSmsResponse;

                class Sender {
                    String send(DysmsMainlandClient client, SendSmsRequest request) throws Exception {
                        SendSmsResponse response;
                        try {
                            response = client.sendSms(request);
                        } catch (ServiceException refused) {
                            throw new IllegalStateException(refused.serviceMessage());
                        }
                        return response.bizId();
                    }
                }
                """));
    }

    @Test
    void aResponseAndTheSettingsOfARequest() {
        rewriteRun(java("""
                import com.aliyun.sdk.service.dysmsapi20170525.AsyncClient;
                import com.aliyun.sdk.service.dysmsapi20170525.models.QuerySendDetailsRequest;
                import com.aliyun.sdk.service.dysmsapi20170525.models.QuerySendDetailsResponseBody;
                import darabonba.core.RequestConfiguration;
                import java.time.Duration;

                class Reader {
                    void read(AsyncClient client, String number) throws Exception {
                        QuerySendDetailsRequest.Builder builder = QuerySendDetailsRequest.builder();
                        builder.phoneNumber(number);
                        builder.sendDate("20261121");
                        QuerySendDetailsResponseBody body = client.querySendDetails(builder
                                .pageSize(10L)
                                .requestConfiguration(RequestConfiguration.create().setResponseTimeout(Duration.ofSeconds(2)))
                                .build()).get().getBody();
                        for (QuerySendDetailsResponseBody.SmsSendDetailDTO detail :
                                body.getSmsSendDetailDTOs().getSmsSendDetailDTO()) {
                            System.out.println("status " + detail.getSendStatus());
                        }
                    }
                }
                """, """
                import io.github.alimsg.dysms.mainland.DysmsMainlandClient;
                import io.github.alimsg.dysms.mainland.model.QuerySendDetailsRequest;
                import io.github.alimsg.dysms.mainland.model.QuerySendDetailsResponse;
                import java.time.Duration;
                import java.time.LocalDate;
                import java.time.format.DateTimeFormatter;

                class Reader {
                    void read(DysmsMainlandClient client, String number) throws Exception {
                        QuerySendDetailsRequest.Builder builder = QuerySendDetailsRequest.builder();
                        builder.phoneNumber(number);
                        builder.sendDate(LocalDate.parse("20261121", DateTimeFormatter.BASIC_ISO_DATE));
                        QuerySendDetailsResponse body = client.withOptions(options -> options.readTimeout(Duration.ofSeconds(2))).querySendDetails(builder
                                .pageSize(10)
                                .build());
                        for (QuerySendDetailsResponse.SmsSendDetail detail :
                                body.smsSendDetails()) {
                            System.out.println("status " + detail.sendStatus());
                        }
                    }
                }
                """));
    }

    @Test
    void exceptions() {
        rewriteRun(java("""
                import com.aliyun.sdk.gateway.pop.exception.PopClientException;
                import com.aliyun.sdk.service.dysmsapi20170525.AsyncClient;
                import com.aliyun.sdk.service.dysmsapi20170525.models.SendSmsRequest;
                import java.util.concurrent.ExecutionException;

                class Sender {
                    void send(AsyncClient client, SendSmsRequest request) throws ExecutionException, InterruptedException {
                        try {
                            client.sendSms(request).get();
                        } catch (ExecutionException e) {
                            if (e.getCause() instanceof PopClientException) {
                                PopClientException refused = (PopClientException) e.getCause();
                                System.out.println(refused.getErrCode() + " " + refused.getErrMessage());
                            }
                        }
                    }
                }
                """, """
                import io.github.alimsg.core.error.SdkException;
                import io.github.alimsg.core.error.ServiceException;
                import io.github.alimsg.dysms.mainland.DysmsMainlandClient;
                import io.github.alimsg.dysms.mainland.model.SendSmsRequest;
                import java.util.concurrent.ExecutionException;

                class Sender {
                    // TODO alimsg: a failed call is an SdkException now, not the cause of an ExecutionException; decide where it is caught
                    void send(DysmsMainlandClient client, SendSmsRequest request) throws ExecutionException, InterruptedException {
                        try {
                            client.sendSms(request);
                        } catch (SdkException e) {
                            if (e instanceof ServiceException) {
                                ServiceException refused = (ServiceException) e;
                                System.out.println(refused.code() + " " + refused.serviceMessage());
                            }
                        }
                    }
                }
                """));
    }
}
