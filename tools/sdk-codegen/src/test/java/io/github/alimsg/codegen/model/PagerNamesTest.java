package io.github.alimsg.codegen.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A method that iterates is called after what it gives. */
class PagerNamesTest {
    @ParameterizedTest
    @CsvSource({
        "ListFlow, allFlows",
        "ListFlows, allFlows",
        "QuerySmsSignList, allSmsSigns",
        "ListAllGroups, allGroups",
        "ListAllowance, allAllowances",
        "QuerySendStatistics, allSendStatistics",
        "DescribeCategory, allCategories",
        "ListDay, allDays",
        "GetBox, allBoxes",
        "ListAddress, allAddresses",
        "Listing, allListings",
        "List, allLists",
    })
    void aPagerIsCalledAfterItsItems(String operation, String method) {
        assertThat(PagerNames.method(operation)).isEqualTo(method);
    }
}
