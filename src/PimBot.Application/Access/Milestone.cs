using PimBot.Domain.Access;

namespace PimBot.Application.Access;

/// <summary>Something in the life of the service that happened.</summary>
/// <param name="Name">One of the names below.</param>
/// <param name="At">When.</param>
/// <param name="By">Who did it; null: PimBot itself.</param>
public sealed record Milestone(string Name, DateTimeOffset At, PersonId? By)
{
    /// <summary>The first administrator set PimBot up.</summary>
    public const string SetUp = "set-up";

    /// <summary>Changes were made in the wizard: it never shows up by itself again.</summary>
    public const string WizardChanged = "wizard-changed";

    /// <summary>The newest weekly digest.</summary>
    public const string Digest = "digest";
}
