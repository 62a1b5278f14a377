package io.github.alimsg.migration;

/**
 * Moves text messages within mainland China from the vendor's synchronous SDK, {@code com.aliyun:dysmsapi20170525},
 * to this one.
 */
public final class FromSyncSdk extends MigrationRecipe {
    /** Creates the recipe. */
    public FromSyncSdk() {}

    @Override
    Generation generation() {
        return Generation.SYNC;
    }

    @Override
    String product() {
        return "dysmsapi20170525";
    }
}
