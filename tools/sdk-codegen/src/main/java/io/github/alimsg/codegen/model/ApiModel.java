package io.github.alimsg.codegen.model;

import io.github.alimsg.codegen.input.Customization.Helper;
import io.github.alimsg.codegen.input.Customization.Product;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * An API as it will be generated.
 *
 * @param product its names
 * @param code the product's code at the service
 * @param version the API's version
 * @param endpoints hosts by region
 * @param vpcEndpoints hosts inside a virtual private cloud, by region
 * @param otherEndpoints host of every other region
 * @param errorKinds categories of error codes: constants of the engine's {@code ErrorKind}
 * @param errorForms patterns of codes that are not documented, by category
 * @param quotaWindows patterns that name the window of a used-up quota, by the window
 * @param homeNumbers patterns of phone numbers that are written without their calling code, by that code
 * @param areas the operations by area
 * @param operations the operations by name, in the order of their names
 * @param shared the classes that several requests and responses share
 * @param valueTypes its open value types
 * @param helpers hand-written classes that the client offers, by the name of its method
 */
public record ApiModel(
        Product product,
        String code,
        String version,
        Map<String, String> endpoints,
        Map<String, String> vpcEndpoints,
        String otherEndpoints,
        Map<String, String> errorKinds,
        Map<String, String> errorForms,
        Map<Duration, String> quotaWindows,
        Map<String, String> homeNumbers,
        List<AreaModel> areas,
        Map<String, OperationModel> operations,
        List<SharedModel> shared,
        List<ValueTypeModel> valueTypes,
        Map<String, Helper> helpers) {

    /** {@return the package of the client} */
    public String clientPackage() {
        return product.packageName();
    }

    /** {@return the package of requests, responses and value types} */
    public String modelPackage() {
        return product.packageName() + ".model";
    }

    /**
     * Returns an operation.
     *
     * @param name its name
     * @return the operation
     */
    public OperationModel operation(String name) {
        OperationModel operation = operations.get(name);
        if (operation == null) {
            throw new IllegalStateException("no operation " + name);
        }
        return operation;
    }
}
