using PimBot.Domain.Access;
using PimBot.Domain.Policies;

namespace PimBot.Application.Access;

/// <summary>Reads the eligible or the active part of a policy.</summary>
internal static class DirectoryAssignmentPolicyReader
{
    private static readonly string[] Keys = ["maximum", "offeredMaximum", "require"];

    public static AssignmentPolicy Read(DirectoryCursor? at, AssignmentPolicy published)
    {
        if (at is null || DirectoryFields.Of(at, Keys) is not { } fields)
        {
            return published;
        }

        return new AssignmentPolicy
        {
            Maximum = fields.Optional("maximum")?.Duration(Assignment.Shortest, DirectoryTime.Longest),
            OfferedMaximum = fields.Optional("offeredMaximum")?.Duration(Assignment.Shortest, DirectoryTime.Longest),
            Require = fields.Optional("require") is { } require
                ? require
                    .Words(DirectoryVocabulary.OnAssignment)
                    ?.Aggregate(ActivationRequirements.None, (all, one) => all | one)
                    ?? published.Require
                : published.Require,
        };
    }
}
