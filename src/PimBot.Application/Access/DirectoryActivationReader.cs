using PimBot.Domain.Policies;

namespace PimBot.Application.Access;

/// <summary>Reads the activation part of a policy.</summary>
internal static class DirectoryActivationReader
{
    private static readonly string[] Keys =
    [
        "maximum",
        "require",
        "authenticationContext",
        "approvers",
        "decisionReason",
        "channel",
        "window",
    ];

    /// <summary>Longer than any that is known; which are is for the policy's validation.</summary>
    private const int LongestContext = 20;

    public static ActivationPolicy Read(
        DirectoryCursor at,
        ActivationPolicy published,
        DirectoryPolicyCheck check,
        DirectoryReading reading
    )
    {
        if (DirectoryFields.Of(at, Keys) is not { } fields)
        {
            return published;
        }

        var maximum = fields
            .Optional("maximum")
            ?.Duration(ActivationPolicy.ShortestDuration, ActivationPolicy.LongestMaximum);
        var window = fields
            .Optional("window")
            ?.Duration(ActivationPolicy.ShortestWindow, ActivationPolicy.LongestWindow);
        var require = Require(fields.Optional("require"), published.Require);
        check.Activation(at, isRequireRead: require is not null);
        return published with
        {
            Maximum = maximum ?? published.Maximum,
            Require = require ?? published.Require,
            AuthenticationContext = fields.Optional("authenticationContext")?.Text(LongestContext),
            Approvers = DirectoryApproversReader.Read(fields.Optional("approvers"), reading),
            IsDecisionReasonRequired = fields.Optional("decisionReason")?.Flag() ?? published.IsDecisionReasonRequired,
            Channel = DirectoryChannelReader.Read(fields.Optional("channel"), require),
            Window = window ?? published.Window,
        };
    }

    private static ActivationRequirements? Require(DirectoryCursor? at, ActivationRequirements published) =>
        at is null
            ? published
            : at.Words(DirectoryVocabulary.OnActivation)
                ?.Aggregate(ActivationRequirements.None, (all, one) => all | one);
}
