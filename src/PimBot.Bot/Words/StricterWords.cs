using PimBot.Application.Activations;
using PimBot.Domain.Activations;

namespace PimBot.Bot.Wording;

/// <summary>What settings that became stricter mean for a request, for the one who waits.</summary>
internal static class StricterWords
{
    public const string Heading = "The settings of this role became stricter";

    /// <summary>A change that the request itself no longer shows.</summary>
    public const string LessTime = "Approvers have less time to decide than when you asked.";

    /// <summary>A sentence for each thing, and the way out.</summary>
    public static IReadOnlyList<string> Say(StricterSettings stricter, ActivationRequest request)
    {
        var lacking = stricter.Rules.Select(rule => Say(rule, stricter, request)).ToList();
        if (stricter.Rules.Any(LeadsToNothing))
        {
            lacking.Add("As it is, this request leads to nothing: cancel it, and ask again by the new settings.");
        }

        return lacking;
    }

    private static bool LeadsToNothing(StricterRule rule) =>
        rule is StricterRule.ShorterMaximum or StricterRule.ReasonNeeded or StricterRule.TicketNeeded;

    private static string Say(StricterRule rule, StricterSettings stricter, ActivationRequest request) =>
        rule switch
        {
            StricterRule.ShorterMaximum =>
                $"The longest is {Words.Duration(stricter.Policy.Activation.Maximum)} now; you asked for {Words.Duration(request.Ask.Duration)}.",
            StricterRule.ReasonNeeded => "It needs a reason now, and you gave none.",
            StricterRule.TicketNeeded => "It needs a ticket number now, and you gave none.",
            StricterRule.VerificationNeeded => "It needs you to verify with a second factor before it is granted.",
            StricterRule.ApprovalNeeded => "It needs approval before it is granted.",
            _ => LessTime,
        };
}
