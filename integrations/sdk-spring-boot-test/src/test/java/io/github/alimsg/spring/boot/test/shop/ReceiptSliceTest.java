package io.github.alimsg.spring.boot.test.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.spring.boot.test.AlimsgTest;
import io.github.alimsg.spring.boot.test.LocalReceipts;
import io.github.alimsg.testing.PostedReceipt;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

@DisplayName("A slice that listens takes receipts")
@AlimsgTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "alimsg.receipts.path=/hooks/s3cret")
@Import({Notifier.class, Reports.class})
class ReceiptSliceTest {
    @Test
    void receiptsReachTheHandlersThatTheTestImports(
            @Autowired Notifier notifier,
            @Autowired Reports reports,
            @Autowired LocalReceipts receipts,
            @Autowired ApplicationContext context) {
        notifier.shipped("order-1");
        assertThat(receipts.deliver()).isNotEmpty().allMatch(PostedReceipt::accepted);
        assertThat(reports.handled).containsOnly("order-1");
        assertThat(context.getBeansOfType(Warehouse.class)).isEmpty();
    }
}
