using PimBot.Domain.Policies;

namespace PimBot.Domain.Tests.Policies;

public sealed class RefusalTests
{
    [Theory]
    [InlineData(ReasonCode.RoleAlreadyActive, "RoleAssignmentExists")]
    [InlineData(ReasonCode.NotActive, "RoleAssignmentDoesNotExist")]
    [InlineData(ReasonCode.ActiveDurationTooShort, "ActiveDurationTooShort")]
    [InlineData(ReasonCode.RequestAlreadyPending, "PendingRoleAssignmentRequest")]
    [InlineData(ReasonCode.ExtensionPending, "PendingRoleAssignmentRequest")]
    [InlineData(ReasonCode.NotEligible, "RoleAssignmentRequestPolicyValidationFailed")]
    [InlineData(ReasonCode.DurationTooLong, "RoleAssignmentRequestPolicyValidationFailed")]
    [InlineData(ReasonCode.JustificationRequired, "RoleAssignmentRequestPolicyValidationFailed")]
    [InlineData(ReasonCode.TicketRequired, "RoleAssignmentRequestPolicyValidationFailed")]
    [InlineData(ReasonCode.NoApproverLeft, "RoleAssignmentRequestPolicyValidationFailed")]
    [InlineData(ReasonCode.NotAnApprover, "UnauthorizedAccess")]
    [InlineData(ReasonCode.RequesterCannotDecide, "UnauthorizedAccess")]
    [InlineData(ReasonCode.AlreadyDecided, "RequestAlreadySettled")]
    public void A_refusal_has_the_error_code_of_PIMs_API(ReasonCode code, string error) =>
        Assert.Equal(error, Refusal.Because(code).ErrorCode);

    [Fact]
    public void An_unknown_request_and_a_foreign_one_are_answered_alike() =>
        Assert.Equal(
            Refusal.Because(ReasonCode.UnknownRequest).ErrorCode,
            Refusal.Because(ReasonCode.NotYours).ErrorCode
        );

    [Fact]
    public void The_rules_bear_PIMs_names() =>
        Assert.Equal(
            ["EligibilityRule", "MfaRule", "JustificationRule", "TicketingRule", "ExpirationRule"],
            [RuleNames.Eligibility, RuleNames.Mfa, RuleNames.Justification, RuleNames.Ticketing, RuleNames.Expiration]
        );

    [Fact]
    public void Codes_keep_their_numbers_for_they_are_stored() =>
        Assert.Equal(
            "1-15 20-26 30-31 40-43 50-53 60 70-100 110-125 140-148",
            string.Join(' ', Ranges([.. Enum.GetValues<ReasonCode>().Select(code => (int)code)]))
        );

    private static IEnumerable<string> Ranges(IReadOnlyList<int> numbers)
    {
        for (var first = 0; first < numbers.Count; )
        {
            var last = first;
            while (last + 1 < numbers.Count && numbers[last + 1] == numbers[last] + 1)
            {
                last++;
            }

            yield return first == last ? $"{numbers[first]}" : $"{numbers[first]}-{numbers[last]}";
            first = last + 1;
        }
    }
}
