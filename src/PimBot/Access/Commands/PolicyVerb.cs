namespace PimBot.Access.Commands;

/// <summary>What is to be done with a directory file.</summary>
internal enum PolicyVerb
{
    Export = 1,
    Validate = 2,
    Plan = 3,
    Apply = 4,
}
