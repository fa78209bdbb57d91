using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;

namespace PimBot.Application.Access.AsCode;

/// <summary>A directory file while it is being applied, in one unit of work.</summary>
internal sealed record DirectoryApplying(
    IPimUnitOfWork Work,
    ApplyDirectoryCommand Command,
    DirectoryContents Present,
    DirectoryPlan Plan
)
{
    /// <summary>What may not be done, one sentence each.</summary>
    public List<string> Refusals { get; } = [];

    public bool IsByOperator => Command.Actor is null;

    public PersonId Actor => Command.Actor ?? DirectoryOperator.Id;

    public string? Justification { get; } = InertText.Clean(Command.Justification, ActivationAsk.LongestJustification);

    public DirectoryNames Names => Plan.Names;

    public void Refuse(string what, string why) => Refusals.Add($"{what}: {why}");
}
