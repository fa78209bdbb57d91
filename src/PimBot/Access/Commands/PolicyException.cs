namespace PimBot.Access.Commands;

/// <summary>The command can't be carried out. The message is one sentence for whoever typed it.</summary>
internal sealed class PolicyException(string message, Exception? inner = null) : Exception(message, inner);
