namespace PimBot.Application.Access.AsCode;

/// <summary>Takes back the unit of work in which a directory file is applied. Never leaves <see cref="ApplyDirectory"/>.</summary>
internal sealed class DirectoryRefusedException(DirectoryOutcome outcome) : Exception("The directory file was refused.")
{
    public DirectoryOutcome Outcome => outcome;
}
