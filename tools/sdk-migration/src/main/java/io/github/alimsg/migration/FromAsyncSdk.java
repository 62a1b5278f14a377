package io.github.alimsg.migration;

/**
 * Moves text messages within mainland China from the vendor's asynchronous SDK, {@code
 * com.aliyun:alibabacloud-dysmsapi20170525}, to this one.
 */
public final class FromAsyncSdk extends MigrationRecipe {
    /** Creates the recipe. */
    public FromAsyncSdk() {}

    @Override
    Generation generation() {
        return Generation.ASYNC;
    }

    @Override
    String product() {
        return "dysmsapi20170525";
    }
}
