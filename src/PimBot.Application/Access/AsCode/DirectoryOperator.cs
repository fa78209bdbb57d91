using PimBot.Domain.Access;

namespace PimBot.Application.Access.AsCode;

/// <summary>Whoever operates the machine and applies a directory file in nobody's name.</summary>
public static class DirectoryOperator
{
    /// <summary>Their name in the audit. No person has it: directory files refuse it.</summary>
    public static readonly PersonId Id = new("operator");

    /// <summary>What they are called in sentences.</summary>
    public const string Name = "the operator";

    internal const string Meaning = "in the audit it stands for whoever applies a directory file on the command line";
}
