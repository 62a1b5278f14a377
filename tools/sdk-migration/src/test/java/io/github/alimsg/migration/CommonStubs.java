package io.github.alimsg.migration;

import java.util.List;

/** Stand-ins for what all of the vendor's clients of a generation share, as far as the tests use it. */
final class CommonStubs {
    private static final String SETTINGS = "accessKeyId accessKeySecret securityToken endpoint regionId protocol";
    private static final String NUMBERS = "connectTimeout readTimeout maxAttempts";

    private CommonStubs() {}

    static List<String> sync() {
        return List.of(
                "package com.aliyun.tea;\npublic class TeaModel {}\n",
                "package com.aliyun.tea;\npublic class TeaException extends RuntimeException {\npublic String code;\n"
                        + "public String message;\npublic TeaException(String message, Throwable cause) {}\n"
                        + "public String getCode() { return code; }\npublic Integer getStatusCode() { return null; }\n"
                        + "public java.util.Map<String, Object> getData() { return null; }\n}\n",
                "package com.aliyun.tea;\npublic class TeaUnretryableException extends RuntimeException {}\n",
                "package com.aliyun.teautil;\npublic class Common {\n"
                        + "public static String assertAsString(Object value) { return null; }\n"
                        + "public static boolean equalString(String a, String b) { return false; }\n}\n",
                "package com.aliyun.teaopenapi.models;\npublic class Config extends com.aliyun.tea.TeaModel {\n"
                        + settings("Config") + "}\n",
                "package com.aliyun.teautil.models;\npublic class RuntimeOptions extends com.aliyun.tea.TeaModel {\n"
                        + settings("RuntimeOptions")
                        + "public RuntimeOptions setAutoretry(Boolean value) { return this; }\n}\n");
    }

    private static String settings(String type) {
        StringBuilder text = new StringBuilder();
        for (String name : SETTINGS.split(" ")) {
            text.append(setting(type, name, "String"));
        }
        for (String name : NUMBERS.split(" ")) {
            text.append(setting(type, name, "Integer"));
        }
        return text.toString();
    }

    private static String setting(String type, String name, String java) {
        String upper = Character.toUpperCase(name.charAt(0)) + name.substring(1);
        return "public " + java + " " + name + ";\npublic " + type + " set" + upper + "(" + java
                + " value) { return this; }\n";
    }

    static List<String> async() {
        return List.of("""
                package com.aliyun.sdk.gateway.pop.models;
                public class Request {
                    public static class Builder<T, B> {
                        public B requestConfiguration(darabonba.core.RequestConfiguration value) { return null; }
                    }
                }
                """, """
                package com.aliyun.sdk.gateway.pop.exception;
                public class PopClientException extends RuntimeException {
                    public String getErrCode() { return null; }
                    public String getErrMessage() { return null; }
                    public String getRequestId() { return null; }
                }
                """, """
                package darabonba.core;
                public class RequestConfiguration {
                    public static RequestConfiguration create() { return null; }
                    public RequestConfiguration setConnectTimeout(java.time.Duration value) { return this; }
                    public RequestConfiguration setResponseTimeout(java.time.Duration value) { return this; }
                }
                """, """
                package darabonba.core.client;
                public class ClientOverrideConfiguration {
                    public static ClientOverrideConfiguration create() { return null; }
                    public ClientOverrideConfiguration setEndpointOverride(String value) { return this; }
                    public ClientOverrideConfiguration setProtocol(String value) { return this; }
                    public ClientOverrideConfiguration setConnectTimeout(java.time.Duration value) { return this; }
                    public ClientOverrideConfiguration setResponseTimeout(java.time.Duration value) { return this; }
                }
                """, """
                package darabonba.core.client;
                public class IClientBuilder<B, C> {
                    public B region(String value) { return null; }
                    public B credentialsProvider(com.aliyun.auth.credentials.provider.ICredentialProvider value) { return null; }
                    public B overrideConfiguration(ClientOverrideConfiguration value) { return null; }
                    public C build() { return null; }
                }
                """, """
                package com.aliyun.auth.credentials.provider;
                public interface ICredentialProvider {}
                """, """
                package com.aliyun.auth.credentials.provider;
                public class StaticCredentialProvider implements ICredentialProvider {
                    public static StaticCredentialProvider create(com.aliyun.auth.credentials.Credential value) { return null; }
                }
                """, """
                package com.aliyun.auth.credentials;
                public class Credential {
                    public static Builder builder() { return null; }
                    public static class Builder {
                        public Builder accessKeyId(String value) { return this; }
                        public Builder accessKeySecret(String value) { return this; }
                        public Builder securityToken(String value) { return this; }
                        public Credential build() { return null; }
                    }
                }
                """);
    }

    static List<String> first() {
        return List.of(
                "package com.aliyuncs;\npublic class AcsResponse {}\n",
                """
                package com.aliyuncs;
                public class AcsRequest<T extends AcsResponse> {
                    public void setSysEndpoint(String value) {}
                    public void setSysProtocol(com.aliyuncs.http.ProtocolType value) {}
                    public void setSysConnectTimeout(Integer value) {}
                    public void setSysReadTimeout(Integer value) {}
                    public void setSysMethod(com.aliyuncs.http.MethodType value) {}
                }
                """,
                "package com.aliyuncs;\npublic class RpcAcsRequest<T extends AcsResponse> extends AcsRequest<T> {}\n",
                """
                package com.aliyuncs;
                public interface IAcsClient {
                    <T extends AcsResponse> T getAcsResponse(AcsRequest<T> request)
                            throws com.aliyuncs.exceptions.ClientException, com.aliyuncs.exceptions.ServerException;
                    CommonResponse getCommonResponse(CommonRequest request)
                            throws com.aliyuncs.exceptions.ClientException, com.aliyuncs.exceptions.ServerException;
                    void shutdown();
                }
                """,
                """
                package com.aliyuncs;
                public class DefaultAcsClient implements IAcsClient {
                    public DefaultAcsClient(com.aliyuncs.profile.IClientProfile profile) {}
                    public <T extends AcsResponse> T getAcsResponse(AcsRequest<T> request) { return null; }
                    public CommonResponse getCommonResponse(CommonRequest request) { return null; }
                    public void shutdown() {}
                }
                """,
                """
                package com.aliyuncs;
                public class CommonRequest {
                    public void setSysAction(String value) {}
                    public void setSysVersion(String value) {}
                    public void setSysDomain(String value) {}
                    public void setSysMethod(com.aliyuncs.http.MethodType value) {}
                    public void setSysReadTimeout(Integer value) {}
                    public void setSysProtocol(com.aliyuncs.http.ProtocolType value) {}
                    public void putQueryParameter(String name, String value) {}
                }
                """,
                """
                package com.aliyuncs;
                public class CommonResponse extends AcsResponse {
                    public String getData() { return null; }
                    public int getHttpStatus() { return 0; }
                }
                """,
                "package com.aliyuncs.http;\npublic enum ProtocolType { HTTP, HTTPS }\n",
                "package com.aliyuncs.http;\npublic enum MethodType { GET, POST }\n",
                "package com.aliyuncs.profile;\npublic interface IClientProfile {}\n",
                """
                package com.aliyuncs.profile;
                public class DefaultProfile implements IClientProfile {
                    public static DefaultProfile getProfile(String region, String id, String secret) { return null; }
                    public static DefaultProfile getProfile(String region, String id, String secret, String token) { return null; }
                    public static void addEndpoint(String region, String product, String host) {}
                    public static void addEndpoint(String name, String region, String product, String host) {}
                }
                """,
                """
                package com.aliyuncs.exceptions;
                public class ClientException extends Exception {
                    public String getErrCode() { return null; }
                    public String getErrMsg() { return null; }
                    public String getRequestId() { return null; }
                }
                """,
                "package com.aliyuncs.exceptions;\npublic class ServerException extends ClientException {}\n");
    }
}
