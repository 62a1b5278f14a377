package io.github.alimsg.core.internal.signing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.core.Signature;
import io.github.alimsg.core.credentials.Credentials;
import io.github.alimsg.core.internal.encoding.PercentEncodedPairs;
import org.junit.jupiter.api.Test;

class UnsignedTest {
    @Test
    void acs3NamesTheOperationAndLeavesTheSignatureOut() {
        SignedRequest request = unsigned(Signature.ACS3_HMAC_SHA256);

        assertThat(request.query()).isEqualTo("RoleArn=arn");
        assertThat(request.headers())
                .contains(
                        "Accept",
                        "x-acs-action",
                        "AssumeRoleWithOIDC",
                        "x-acs-version",
                        "2015-04-01",
                        "x-acs-signature-nonce")
                .doesNotContain("Authorization", "x-acs-accesskey-id", "x-acs-security-token");
    }

    @Test
    void rpcNamesTheOperationAndLeavesTheSignatureOut() {
        SignedRequest request = unsigned(Signature.RPC_1_0);

        assertThat(request.query()).isEqualTo("Action=AssumeRoleWithOIDC&Format=JSON&Version=2015-04-01&RoleArn=arn");
        assertThat(request.headers()).isEmpty();
    }

    private static SignedRequest unsigned(Signature signature) {
        PercentEncodedPairs query = new PercentEncodedPairs(16);
        query.add("RoleArn", "arn");
        return RequestSigner.of(signature, "sts.example.com", "2015-04-01")
                .sign("AssumeRoleWithOIDC", query, null, Credentials.anonymous(), 0, "nonce");
    }
}
