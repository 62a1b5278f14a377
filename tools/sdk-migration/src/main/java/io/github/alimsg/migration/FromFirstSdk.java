package io.github.alimsg.migration;

/**
 * Moves text messages within mainland China from the vendor's SDK of the first generation, {@code
 * com.aliyun:aliyun-java-sdk-dysmsapi}, to this one.
 */
public final class FromFirstSdk extends MigrationRecipe {
    /** Creates the recipe. */
    public FromFirstSdk() {}

    @Override
    Generation generation() {
        return Generation.FIRST;
    }

    @Override
    String product() {
        return "dysmsapi20170525";
    }
}
